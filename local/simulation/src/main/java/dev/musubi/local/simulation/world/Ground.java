package dev.musubi.local.simulation.world;

import dev.musubi.local.simulation.engine.Agenda;
import dev.musubi.local.simulation.history.History;

/** What every part of the world stands on. */
record Ground(Agenda agenda, Fate fate, History history, Perils perils, Landmarks landmarks) {}
