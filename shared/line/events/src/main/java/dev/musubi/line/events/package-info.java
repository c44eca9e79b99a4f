/** LINE's webhooks: who signed them, how they split into events, and what each event means. */
package dev.musubi.line.events;
