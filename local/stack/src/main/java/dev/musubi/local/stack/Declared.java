package dev.musubi.local.stack;

import java.util.Map;

/** A resource as the template declares it, its properties not yet resolved. */
record Declared(String logicalId, Kind kind, Map<?, ?> properties) {}
