package io.urania.engine.resource.service;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.file.TextProbe;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Services of the system that do not run: they are disabled and masked, since others start them by D-Bus. What each was before is noted, and comes
 * back when it is not asked for any more. A service that carries the host's address is left alone, and the step fails.
 *
 * @param units full names, such as {@code bluetooth.service}
 * @param address by which the host is reached
 */
public record ServicesOff(SortedSet<String> units, String address) implements Resource {

    /** Lines {@code UNIT ENABLED ACTIVE}, as systemctl(1) tells of units that Urania has switched off. */
    private static final String NOTE = "/var/lib/urania/services-off";

    public ServicesOff {
        units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
    }

    @Override
    public String name() {
        return "services off";
    }

    @Override
    public List<Question<?>> questions() {
        List<Question<?>> questions = new ArrayList<>(List.of(TextProbe.at(NOTE)));
        units.forEach(unit -> questions.add(ServiceProbe.of(unit)));
        return questions;
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        SortedSet<String> running = new TreeSet<>();
        for (String unit : units) {
            if (isOn(planning.facts().answer(ServiceProbe.of(unit)))) {
                running.add(unit);
            }
        }
        SortedSet<String> back = new TreeSet<>(noted(planning));
        back.removeAll(units);
        if (running.isEmpty() && back.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.CHANGE,
                title(running, back),
                running.isEmpty() ? "off" : "on",
                running.isEmpty() ? "as before" : "off",
                Operation.of("note=" + NOTE + "\nown=" + Shell.quote(address) + "\n"
                        + ResourceText.beside(ServicesOff.class, "services-off.sh")
                        + "give_back " + Shell.words(back) + "\n"
                        + "switch_off " + Shell.words(running) + "\n")));
    }

    private static SortedSet<String> noted(Planning planning) {
        return planning.facts().answer(TextProbe.at(NOTE)).stream()
                .flatMap(String::lines)
                .map(line -> line.split(" ", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A unit without a file is not there. */
    private static boolean isOn(ServiceFact fact) {
        return fact.isActive() || fact.enabled().startsWith("enabled");
    }

    private static String title(Collection<String> running, Collection<String> back) {
        List<String> parts = new ArrayList<>();
        if (!running.isEmpty()) {
            parts.add("disable " + String.join(", ", running));
        }
        if (!back.isEmpty()) {
            parts.add("enable " + String.join(", ", back) + " again");
        }
        return String.join("; ", parts);
    }
}
