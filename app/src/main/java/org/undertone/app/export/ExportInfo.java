// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.export;

import java.time.ZoneId;

/**
 * What an export says of where it comes from; immutable.
 *
 * @param appVersion version of the app
 * @param zone where the phone is: sessions are named by their local time
 * @param readMe text of the README.txt, which says what is what
 */
public record ExportInfo(String appVersion, ZoneId zone, String readMe) {}
