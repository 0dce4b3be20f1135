package org.xuanpai.posting.people.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xuanpai.posting.people.BirthMonthUnlikely;
import org.xuanpai.posting.people.Sex;
import org.xuanpai.shared.Ids;
import org.xuanpai.shared.StaleVersion;

/** Somebody of the county who holds an office, is posted, or was once. */
@Entity
public class Person {

    private static final int YOUNGEST = 18;
    private static final int OLDEST = 100;

    @Id
    private UUID id;

    @Version
    private @Nullable Long version;

    @Column(updatable = false)
    private UUID countyId;

    private String name;

    private String pinyin;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    private LocalDate birthMonth;

    private String education;

    private @Nullable UUID accountId;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Person() {}

    /**
     * Somebody new.
     *
     * @param today whoever is born less than 18 or more than 100 years before it cannot be meant
     * @throws BirthMonthUnlikely for such a month
     */
    public Person(UUID countyId, PersonDetails details, LocalDate today) {
        this.id = Ids.next();
        this.countyId = countyId;
        write(details, today);
    }

    /**
     * Corrects what is written of the person.
     *
     * @param seen the version that whoever corrects it has seen
     * @throws StaleVersion when somebody changed it meanwhile
     * @throws BirthMonthUnlikely as above
     */
    public void correct(PersonDetails details, long seen, LocalDate today) {
        if (seen != version()) {
            throw new StaleVersion();
        }
        write(details, today);
    }

    private void write(PersonDetails details, LocalDate today) {
        YearMonth month = YearMonth.from(today);
        if (details.birthMonth().isAfter(month.minusYears(YOUNGEST))
                || details.birthMonth().isBefore(month.minusYears(OLDEST))) {
            throw new BirthMonthUnlikely(YOUNGEST, OLDEST);
        }
        this.name = details.name();
        this.pinyin = details.pinyin();
        this.sex = details.sex();
        this.birthMonth = details.birthMonth().atDay(1);
        this.education = details.education();
        this.accountId = details.accountId();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version == null ? 0 : version;
    }

    public UUID countyId() {
        return countyId;
    }

    public String name() {
        return name;
    }

    public Optional<UUID> accountId() {
        return Optional.ofNullable(accountId);
    }
}
