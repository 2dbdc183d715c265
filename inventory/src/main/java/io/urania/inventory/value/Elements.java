package io.urania.inventory.value;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;

/** The elements of a list, which do not change, and how much they are together once somebody has asked. */
final class Elements extends AbstractList<Value> {
    private final List<Value> values;

    /** Zero until it is asked for; two threads come to the same. */
    private int weight;

    private Elements(List<Value> values) {
        this.values = values;
    }

    static List<Value> copyOf(List<Value> list) {
        return list instanceof Elements same ? same : new Elements(List.copyOf(list));
    }

    int weight() {
        if (weight == 0) {
            weight = Weight.sum(values);
        }
        return weight;
    }

    @Override
    public Value get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Iterator<Value> iterator() {
        return values.iterator();
    }
}
