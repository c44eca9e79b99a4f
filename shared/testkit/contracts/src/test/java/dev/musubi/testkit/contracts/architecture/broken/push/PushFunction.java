package dev.musubi.testkit.contracts.architecture.broken.push;

import dev.musubi.testkit.contracts.architecture.broken.fanout.FanOutFunction;

/** Needs another function. */
public record PushFunction(FanOutFunction other) {}
