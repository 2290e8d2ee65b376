"""A small college whose three systems the program serves to itself, so that people can practise."""
