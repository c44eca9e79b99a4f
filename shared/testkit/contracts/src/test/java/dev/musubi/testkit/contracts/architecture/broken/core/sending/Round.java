package dev.musubi.testkit.contracts.architecture.broken.core.sending;

import dev.musubi.testkit.contracts.architecture.broken.core.shop.Circle;

public record Round(Circle circle) {}
