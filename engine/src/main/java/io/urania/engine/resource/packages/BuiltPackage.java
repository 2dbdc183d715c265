package io.urania.engine.resource.packages;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.PackageRecipe;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A package is installed that was built on the host from a recipe (Arch wiki, "Arch User Repository"). The plan shows the recipe: it is a program
 * that runs on the host. A host whose system has no recipes is told so when the task runs.
 *
 * @param proxies through which the packages are fetched that it needs
 */
public record BuiltPackage(PackageRecipe recipe, PackageProxies proxies) implements Resource {

    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofMinutes(60), 1);
    private static final Duration LOCK_PATIENCE = Duration.ofMinutes(10);

    /** The task of a host that builds a package. */
    public static TaskId task(String host, String name) {
        return new TaskId(host, name(name));
    }

    private static String name(String name) {
        return "built package " + name;
    }

    @Override
    public String name() {
        return name(recipe.name());
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(BuiltPackageProbe.of(recipe.name()), PackageManagerProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        PackageManager manager =
                planning.facts().answer(PackageManagerProbe.QUESTION).manager();
        return switch (planning.facts().answer(BuiltPackageProbe.of(recipe.name()))) {
            case BuiltPackageFact.Built(String _, String sum) when sum.equals(recipe.sha256()) -> Optional.empty();
            case BuiltPackageFact.Built(String version, String _) ->
                Optional.of(build(manager, Action.CHANGE, version + ", from another PKGBUILD"));
            case BuiltPackageFact.Foreign(String version) ->
                Optional.of(build(manager, Action.CHANGE, version + ", not built by Urania"));
            case BuiltPackageFact.Absent _ -> Optional.of(build(manager, Action.CREATE, "absent"));
            case BuiltPackageFact.Impossible _ -> Optional.of(build(manager, Action.CREATE, "not possible"));
        };
    }

    private Difference build(PackageManager manager, Action action, String before) {
        Operation operation = manager.building(recipe, proxies, PATIENCE, LOCK_PATIENCE)
                .orElseGet(() -> Operation.of("echo "
                        + Shell.quote(manager.name()
                                + " builds nothing from a PKGBUILD: set aur_packages for hosts of Arch Linux" + " only")
                        + "\nexit 1\n"));
        return Difference.of(
                        action,
                        "build and install " + recipe.name(),
                        State.words(before),
                        State.content("built from its PKGBUILD", "PKGBUILD of " + recipe.name(), recipe.text()),
                        operation)
                .with(PATIENCE);
    }
}
