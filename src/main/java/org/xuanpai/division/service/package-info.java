/** Use cases of the land: importing the list, adding units, proposing and confirming a township's type, reading. */
@NullMarked
package org.xuanpai.division.service;

import org.jspecify.annotations.NullMarked;
