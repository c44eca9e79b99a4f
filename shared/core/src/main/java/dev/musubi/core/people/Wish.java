package dev.musubi.core.people;

/**
 * A command that changes what a LINE user hears from a shop; the chat and the shop's page share
 * them.
 */
public sealed interface Wish extends ChatCommand
    permits ChatCommand.Prefer, ChatCommand.PreferPromotional, ChatCommand.Pause {}
