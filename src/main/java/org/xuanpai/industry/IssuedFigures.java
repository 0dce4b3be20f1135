package org.xuanpai.industry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xuanpai.shared.Period;
import org.xuanpai.shared.Scope;

/** Figures the county issued, for other features; called inside their own, permitted use cases. */
public interface IssuedFigures {

    /** The figures that count, of one township from one period to another. One query. */
    List<IssuedFigure> of(Scope scope, UUID township, Period from, Period to);

    /** The same of several townships; one without figures is left out. One query, however many. */
    Map<UUID, List<IssuedFigure>> of(Scope scope, Collection<UUID> townships, Period from, Period to);
}
