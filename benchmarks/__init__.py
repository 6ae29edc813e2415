"""What things cost, as ratios measured in one run; README.md tells what and how."""
