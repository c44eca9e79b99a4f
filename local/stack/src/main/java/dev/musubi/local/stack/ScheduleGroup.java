package dev.musubi.local.stack;

/** A group of EventBridge schedules. */
public record ScheduleGroup(Named named) implements Resource {}
