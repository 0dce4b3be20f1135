/** The home page of each role and the county cockpit. */
@NullMarked
package org.xuanpai.cockpit.controller;

import org.jspecify.annotations.NullMarked;
