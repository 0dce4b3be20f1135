package org.xuanpai.platform;

/** A feature's part of the demo county, made through the feature's own services; the bean exists in demo mode only. */
public interface DemoPart {

    /** Writes into the diary what happens when. Nothing is done yet: the acts of all features follow one another in time. */
    void plan(DemoDiary diary);
}
