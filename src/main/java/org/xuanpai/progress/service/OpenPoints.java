package org.xuanpai.progress.service;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xuanpai.progress.OpenPoint;
import org.xuanpai.shared.Scope;

/** The open points, each a condition on the copy that waits. */
@Configuration(proxyBeanMethods = false)
class OpenPoints {

    private static final String COPIES = """
            select c.id from submitted_copy c
            where c.id = any (:copies)
              and (c.county_id = any (cast(:counties as uuid[])) or c.township_id = any (cast(:townships as uuid[])))
              and\s""";

    /** The township objects to an issued figure of the month and waits for an answer. */
    @Bean
    OpenPoint figureObjected(JdbcClient jdbc) {
        return new Copies(jdbc, "progress.openPoint.objection", """
                exists (select from figure_objection o
                        where o.township_id = c.township_id and o.period = c.period and o.answer is null)""");
    }

    /** A rule asked for a reason: somebody has to read it. */
    @Bean
    OpenPoint reasonGiven(JdbcClient jdbc) {
        return new Copies(
                jdbc, "progress.openPoint.reason", "exists (select from submitted_reason r where r.copy_id = c.id)");
    }

    /** The report was sent back before: somebody has to see whether what was asked for is done. */
    @Bean
    OpenPoint returnedBefore(JdbcClient jdbc) {
        return new Copies(jdbc, "progress.openPoint.returned", "c.number > 1");
    }

    /** Copies that meet a condition. */
    private record Copies(JdbcClient jdbc, String key, String condition) implements OpenPoint {

        @Override
        public Set<UUID> among(Scope scope, Set<UUID> copies) {
            return new HashSet<>(jdbc.sql(COPIES + condition)
                    .param("copies", copies.toArray(UUID[]::new))
                    .param("counties", scope.countyArray())
                    .param("townships", scope.townshipArray())
                    .query(UUID.class)
                    .list());
        }
    }
}
