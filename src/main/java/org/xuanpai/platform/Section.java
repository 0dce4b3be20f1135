package org.xuanpai.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xuanpai.shared.Permission;

/** An item of the main navigation: where it leads and which permission shows it. Its text is {@code nav.<NAME>}. */
public enum Section {
    COCKPIT("/cockpit", Permission.READ_COCKPIT),
    REVIEWS("/progress/reviews", Permission.REVIEW_REPORTS),
    REPORTS("/progress", Permission.READ_REPORTS),
    TARGETS("/targets", Permission.READ_TARGETS),
    ISSUED_FIGURES("/industry/issued", Permission.READ_ISSUED_FIGURES),
    PEOPLE("/postings/people", Permission.READ_PEOPLE),
    CHECKS("/checks", Permission.READ_REPORTS),
    POSTINGS("/postings", Permission.READ_POSTINGS),
    LAND("/divisions", Permission.READ_LAND),
    CALENDAR("/calendar", Permission.READ_CALENDAR),
    ACCOUNTS("/accounts", Permission.MANAGE_ACCOUNTS),
    DUTIES("/duties", Permission.GRANT_DUTIES),
    RESETS("/resets", Permission.HANDLE_RESETS),
    TRAIL("/trail", Permission.READ_TRAIL);

    private final String path;
    private final Permission permission;

    Section(String path, Permission permission) {
        this.path = path;
        this.permission = permission;
    }

    /** Patterns of all addresses of all sections. */
    public static List<String> paths() {
        return Arrays.stream(values())
                .flatMap(section -> Stream.of(section.path, section.path + "/**"))
                .toList();
    }

    public String path() {
        return path;
    }

    public Permission permission() {
        return permission;
    }
}
