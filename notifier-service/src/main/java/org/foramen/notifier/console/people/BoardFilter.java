package org.foramen.notifier.console.people;

import org.foramen.contract.Level;
import org.foramen.notifier.cases.CaseFilter;
import org.foramen.notifier.cases.CaseFilter.Lane;
import org.foramen.notifier.cases.CaseState;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants to see of the board, as its address says it; null or empty means all.
 *
 * @param lane the one list that is shown, with all its pages
 * @param page of that list, from 1
 */
record BoardFilter(
        @Nullable Lane lane,
        @Nullable Integer page,
        @Nullable CaseState state,
        @Nullable Level level,
        @Nullable String language,
        @Nullable String owner,
        @Nullable String procedure) {

    BoardFilter {
        language = orNull(language);
        owner = orNull(owner);
        procedure = orNull(procedure);
    }

    CaseFilter in(Lane wanted) {
        return new CaseFilter(wanted, state, level, language, owner, procedure);
    }

    /** True when some people are left out. */
    public boolean isNarrow() {
        return state != null || level != null || language != null || owner != null || procedure != null;
    }

    /** The address of one list alone. */
    public String address(Lane wanted, int number) {
        return choices()
                .queryParam("lane", wanted)
                .queryParam("page", number)
                .build()
                .encode()
                .toUriString();
    }

    /** The address of what is shown now, for the way back. */
    String address() {
        return lane == null ? ofWholeBoard() : address(lane, page == null ? 1 : page);
    }

    /** The address of all lists. */
    public String ofWholeBoard() {
        return choices().build().encode().toUriString();
    }

    private UriComponentsBuilder choices() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
        add(address, "state", state);
        add(address, "level", level);
        add(address, "language", language);
        add(address, "owner", owner);
        add(address, "procedure", procedure);
        return address;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
