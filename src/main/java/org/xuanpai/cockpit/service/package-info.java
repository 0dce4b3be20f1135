/** What the cockpit and the home pages show. Reads only; an export leaves its entry in the trail. */
@NullMarked
package org.xuanpai.cockpit.service;

import org.jspecify.annotations.NullMarked;
