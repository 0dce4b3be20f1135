package org.xuanpai.shared;

import static org.xuanpai.shared.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/**
 * A role: the level of unit it is held at and what it allows. A role is held through a duty; a duty is the only source of
 * rights. A new constant has no permission until somebody gives it one here and in {@code docs/access.md}.
 */
public enum Role {
    /** Staff of the county organization department: appointments, review, evaluation, reports. */
    COUNTY_ORGANIZER(
            Level.COUNTY,
            READ_LAND,
            EDIT_LAND,
            READ_CALENDAR,
            EDIT_CALENDAR,
            READ_TARGETS,
            EDIT_TARGETS,
            READ_ISSUED_FIGURES,
            ISSUE_FIGURES,
            EDIT_INDICATORS,
            READ_REPORTS,
            REVIEW_REPORTS,
            EDIT_CHECKS,
            CLOSE_MONTHS,
            PROPOSE_CORRECTIONS,
            CONFIRM_CORRECTIONS,
            READ_POSTINGS,
            ARRANGE_POSTINGS,
            EDIT_PROCEDURE,
            READ_PEOPLE,
            EDIT_PEOPLE,
            READ_COCKPIT),
    /** A leader of the county committee or government: reads everything of the county. */
    COUNTY_LEADER(
            Level.COUNTY,
            READ_LAND,
            READ_CALENDAR,
            READ_TARGETS,
            READ_ISSUED_FIGURES,
            READ_REPORTS,
            READ_POSTINGS,
            READ_PEOPLE,
            READ_COCKPIT),
    /** A county bureau: enterprise problems assigned to it; figures when its duty has the right FIGURES. Nothing else. */
    BUREAU(Level.BUREAU, READ_CALENDAR, READ_ISSUED_FIGURES, ISSUE_FIGURES),
    /** Who is to be First Secretary, from the first day of the notice until the office begins: reads (clause B5). */
    FIRST_SECRETARY_DESIGNATE(
            Level.TOWNSHIP, READ_LAND, READ_CALENDAR, READ_TARGETS, READ_ISSUED_FIGURES, READ_REPORTS, READ_POSTINGS),
    /** The First Secretary of one industrial township. */
    FIRST_SECRETARY(
            Level.TOWNSHIP,
            READ_LAND,
            READ_CALENDAR,
            READ_TARGETS,
            READ_ISSUED_FIGURES,
            READ_REPORTS,
            READ_POSTINGS,
            CONFIRM_OWN_PART),
    /** The Party secretary of one township: monthly report and own section. */
    PARTY_SECRETARY(
            Level.TOWNSHIP,
            READ_LAND,
            READ_CALENDAR,
            READ_TARGETS,
            READ_ISSUED_FIGURES,
            OBJECT_TO_FIGURES,
            READ_REPORTS,
            ENTER_REPORTS,
            SUBMIT_REPORTS,
            READ_POSTINGS,
            CONFIRM_CORRECTIONS),
    /** A township clerk: enters, does not submit. */
    TOWNSHIP_CLERK(
            Level.TOWNSHIP,
            READ_LAND,
            READ_CALENDAR,
            READ_TARGETS,
            READ_ISSUED_FIGURES,
            OBJECT_TO_FIGURES,
            READ_REPORTS,
            READ_POSTINGS,
            ENTER_REPORTS),
    /** Branch secretary or clerk of one village. */
    VILLAGE_USER(Level.VILLAGE, READ_CALENDAR),
    /** The city organization department: reports sent to it. */
    CITY_ORGANIZER(Level.CITY, READ_CALENDAR),
    /** Accounts and settings; no business rows. */
    SYSTEM_ADMIN(Level.INSTALLATION, MANAGE_ACCOUNTS, HANDLE_RESETS, PROPOSE_RESETS),
    /** Duties and policies; no business rows. */
    SECURITY_ADMIN(Level.INSTALLATION, GRANT_DUTIES, HANDLE_RESETS, PROPOSE_RESETS, CONFIRM_RESETS),
    /** The trail, and the second person where an administrator's password is reset; no business rows. */
    AUDITOR(Level.INSTALLATION, READ_TRAIL, HANDLE_RESETS, CONFIRM_RESETS),
    /** System actor: creates the three administrators at the very first start. Never granted to a person. */
    SYSTEM_SETUP(Level.INSTALLATION, true, MANAGE_ACCOUNTS, GRANT_DUTIES),
    /** System actor: brings division lists in. Never granted to a person. */
    SYSTEM_IMPORTER(Level.INSTALLATION, true, IMPORT_LAND),
    /** System actor: verifies the trail. Never granted to a person. */
    SYSTEM_VERIFIER(Level.INSTALLATION, true, READ_TRAIL),
    /** System actor: forgets at night what is kept for a time only. Never granted to a person. */
    SYSTEM_KEEPER(Level.INSTALLATION, true);

    /** The three administrators: never two of them on one person (GB/T 22239 8.1.5, domain-rules §11). */
    public static final Set<Role> ADMINISTRATORS = EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR);

    /** Held through a posting and in no other way: nobody grants or ends them by hand (clause B2). */
    public static final Set<Role> BY_POSTING = EnumSet.of(FIRST_SECRETARY, FIRST_SECRETARY_DESIGNATE);

    private final Level level;
    private final boolean system;
    private final Set<Permission> permissions;

    Role(Level level, Permission... permissions) {
        this(level, false, permissions);
    }

    Role(Level level, boolean system, Permission... permissions) {
        this.level = level;
        this.system = system;
        this.permissions = EnumSet.noneOf(Permission.class);
        this.permissions.addAll(Set.of(permissions));
        if (!system) {
            this.permissions.add(OWN_ACCOUNT);
        }
    }

    public Level level() {
        return level;
    }

    /** Whether only the program itself acts in this role. */
    public boolean isSystem() {
        return system;
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }

    public Set<Permission> permissions() {
        return Set.copyOf(permissions);
    }

    /** The kind of unit a role is held at; it decides the rows. */
    public enum Level {
        /** The whole installation, without any business row. */
        INSTALLATION,
        /** A city: what its counties sent to it. */
        CITY,
        /** A county with everything in it. */
        COUNTY,
        /** A bureau of a county: what was assigned to it. */
        BUREAU,
        /** A township. */
        TOWNSHIP,
        /** A village. */
        VILLAGE
    }
}
