package io.urania.engine.resource.address;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Interruption;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.resource.Resource;
import io.urania.engine.resource.safeguard.PlannedFile;
import io.urania.engine.resource.safeguard.Safeguard;
import io.urania.engine.resource.safeguard.UnconfirmedProbe;
import io.urania.engine.resource.service.Gate;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The address that a host has now, kept without DHCP: whoever configures its interface is told. A host is never given another address than it has:
 * nobody would know where to find it.
 */
public record StaticAddress(AddressSettings settings) implements Resource {

    private static final String NAME = "address";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "static address";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(AddressProbe.of(settings.address()), UnconfirmedProbe.of(NAME));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        AddressFact fact = planning.facts().answer(AddressProbe.of(settings.address()));
        boolean unconfirmed = planning.facts().answer(UnconfirmedProbe.of(NAME));
        Optional<String> refusal = refusal(fact);
        if (refusal.isPresent()) {
            return Optional.of(Difference.of(
                    Action.CHANGE,
                    "make the address of the host static",
                    "not possible",
                    settings.toString(),
                    Operation.of("echo " + Shell.quote(refusal.get()) + "\nexit 1\n")));
        }
        String link = fact.link().orElseThrow();
        Keeper keeper = Keepers.of(fact).orElseThrow();
        List<PlannedFile> files = keeper.files(fact, link, settings);
        Safeguard guarded = guarded(fact, link, keeper, files);
        if (!guarded.files().isEmpty()) {
            return Optional.of(difference(link, keeper, guarded));
        }
        return unconfirmed
                ? Optional.of(Difference.of(
                                Action.RUN,
                                "confirm the address of " + link,
                                "written by an interrupted run, and not confirmed",
                                "confirmed over a new connection",
                                Operation.of(""))
                        .confirmedBy(guarded.confirmation()))
                : Optional.empty();
    }

    /** Why a host cannot keep an address, a sentence without its full stop; empty if it can. */
    public static Optional<String> refusal(AddressFact fact, String address) {
        if (fact.link().isEmpty()) {
            return Optional.of("no interface has " + address + " now");
        }
        String link = fact.link().get();
        return Keepers.of(fact)
                .map(keeper -> keeper.refusal(fact, link))
                .orElseGet(() -> Optional.of("nobody whom Urania knows configures " + link
                        + ": neither NetworkManager, netplan, systemd-networkd, dhcpcd nor ifupdown"));
    }

    private Optional<String> refusal(AddressFact fact) {
        return refusal(fact, settings.address());
    }

    /** A host on which that has been done. */
    public AddressFact done(AddressFact host) {
        Map<String, String> texts = new HashMap<>(host.texts());
        Keepers.of(host)
                .ifPresent(keeper -> keeper.files(host, host.link().orElseThrow(), settings)
                        .forEach(file -> file.after()
                                .ifPresentOrElse(
                                        text -> texts.put(file.path(), text), () -> texts.remove(file.path()))));
        return new AddressFact(
                host.link(),
                host.isDefault(),
                host.active(),
                host.managed(),
                host.networkFile(),
                host.hasCloudInit(),
                texts);
    }

    private Difference difference(String link, Keeper keeper, Safeguard guarded) {
        PlannedFile main = guarded.files().stream()
                .filter(file -> file.after()
                        .filter(text -> text.contains(settings.address()))
                        .isPresent())
                .findFirst()
                .orElse(guarded.files().getFirst());
        return Difference.of(
                        Action.CHANGE,
                        "make the address of " + link + " static with " + keeper.name(),
                        State.content(
                                "by DHCP, or other settings",
                                main.path(),
                                main.before().orElse("")),
                        State.content(
                                settings.toString(), main.path(), main.after().orElse("")),
                        guarded.operation())
                .interrupting(List.of(new Interruption(
                        link,
                        "the host may be away for some seconds; it takes its former settings back by itself if no new connection confirms the new"
                                + " ones within " + Safeguard.PATIENCE.toSeconds() + " seconds")))
                .confirmedBy(guarded.confirmation());
    }

    private Safeguard guarded(AddressFact fact, String link, Keeper keeper, List<PlannedFile> files) {
        String proving = ResourceText.beside(StaticAddress.class, "proving.sh")
                        .replace("@link@", Shell.quote(link))
                        .replace("@address@", Shell.quote(settings.withPrefix()))
                        .replace("@gateway@", Shell.quote(settings.gateway().orElse("")))
                + Gate.until(
                        "is_in_effect",
                        link + " to have " + settings.withPrefix(),
                        PATIENCE,
                        "echo "
                                + Shell.quote(link + " does not have " + settings + " after " + keeper.name()
                                        + " was told; its former settings come back"));
        return new Safeguard(NAME, files, keeper.leaving(link), keeper.judging(), keeper.entering(fact, link), proving);
    }
}
