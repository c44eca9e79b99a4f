package dev.musubi.testkit.contracts.architecture.broken.fanout;

public record FanOutFunction() {}
