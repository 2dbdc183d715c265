package io.urania.cluster.reader.source;

import io.urania.cluster.value.etcd.EtcdDeployment;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.VariableReader;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the reading works with: the inventory, its variables, and which hosts are what.
 *
 * @param variables reads variables and collects problems
 */
public record Source(Inventory inventory, VariableReader variables, Membership membership) {

    /** The source of an inventory. */
    public static Source of(Inventory inventory, VariableReader variables) {
        Source groups = new Source(inventory, variables, Membership.of(inventory));
        return new Source(inventory, variables, groups.membership().with(groups.etcdDeployment()));
    }

    /** Who runs etcd. Until Kubespray 2.20, a variable of its own asked for kubeadm, whatever the other one said. */
    public EtcdDeployment etcdDeployment() {
        EtcdDeployment deployment = get(EtcdVariables.DEPLOYMENT_TYPE);
        return get(EtcdVariables.KUBEADM_ENABLED) ? EtcdDeployment.KUBEADM : deployment;
    }

    /** One setting of the variable's scope, or its default. */
    public <T> T get(Variable<T> variable) {
        return variables.get(variable, membership.in(variable.scope()));
    }

    /** One setting of the variable's scope. */
    public <T> Optional<T> find(Variable<T> variable) {
        return variables.find(variable, membership.in(variable.scope()));
    }

    /** The same of what others are told: see {@link VariableReader#findTold(Variable, List)}. */
    public <T> Optional<T> findTold(Variable<T> variable) {
        return variables.findTold(variable, membership.in(variable.scope()));
    }

    /** Whether the inventory sets the variable to what cannot be used, which has been reported. */
    public boolean isUnusable(Variable<?> variable) {
        return membership.in(variable.scope()).stream().anyMatch(host -> variables.isUnusable(variable, host));
    }

    /** Where the variable is set for the first host of its scope that has it. */
    @Nullable
    public Position position(Variable<?> variable) {
        return variables.position(variable, membership.in(variable.scope())).orElse(null);
    }

    /** Where the first of several variables that is set is set. */
    @Nullable
    public Position positionOfEither(Variable<?> first, Variable<?> second) {
        Position position = position(first);
        return position == null ? position(second) : position;
    }

    public void error(@Nullable Position position, String what, String why, String remedy) {
        variables.report(Problem.error(position, what, why, remedy));
    }

    public void warning(@Nullable Position position, String what, String why, String remedy) {
        variables.report(Problem.warning(position, what, why, remedy));
    }

    public void note(@Nullable Position position, String what, String why, String remedy) {
        variables.report(Problem.note(position, what, why, remedy));
    }
}
