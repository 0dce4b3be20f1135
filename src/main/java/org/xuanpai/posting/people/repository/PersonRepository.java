package org.xuanpai.posting.people.repository;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.xuanpai.posting.people.entity.Person;
import org.xuanpai.shared.Scope;

/** People of a scope's counties. */
public interface PersonRepository extends Repository<Person, UUID> {

    Person saveAndFlush(Person person);

    @Query("select p from Person p where p.id = :id and p.countyId in :#{#scope.counties()}")
    Optional<Person> findById(Scope scope, UUID id);
}
