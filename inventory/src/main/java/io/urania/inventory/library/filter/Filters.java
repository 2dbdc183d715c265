package io.urania.inventory.library.filter;

import io.urania.inventory.library.Filter;
import io.urania.inventory.library.address.AddressFilters;
import io.urania.inventory.library.address.HardwareFilters;
import io.urania.inventory.library.address.NetworkFilters;
import java.util.HashMap;
import java.util.Map;

/** The filters of Jinja2, Ansible and its collections that Urania has. */
public final class Filters {

    private Filters() {}

    /** All of them by their plain names. */
    public static Map<String, Filter> all() {
        Map<String, Filter> filters = new HashMap<>();
        filters.putAll(TextFilters.all());
        filters.putAll(LayoutFilters.all());
        filters.putAll(MarkupFilters.all());
        filters.putAll(PathFilters.all());
        filters.putAll(DigestFilters.all());
        filters.putAll(CombinationFilters.all());
        filters.putAll(SetFilters.all());
        filters.putAll(MathFilters.all());
        filters.putAll(GroupingFilters.all());
        filters.putAll(YamlFilters.all());
        filters.putAll(PatternFilters.all());
        filters.putAll(NumberFilters.all());
        filters.putAll(ListFilters.all());
        filters.putAll(SelectionFilters.all());
        filters.putAll(DataFilters.all());
        filters.putAll(AddressFilters.all());
        filters.putAll(NetworkFilters.all());
        filters.putAll(HardwareFilters.all());
        return filters;
    }
}
