package dev.musubi.local.simulation.check;

/** A number that means something in one shop: a customer or an account. */
record Pair(int shop, int number) {}
