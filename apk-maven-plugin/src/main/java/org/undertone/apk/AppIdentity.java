// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

/**
 * What the manifest of the built app says of it, whatever its source says.
 *
 * @param applicationId the name that the app is installed under
 * @param versionCode the number that must grow with every published version
 * @param versionName the version that people see
 * @param minSdk the oldest API level that the app runs on
 * @param targetSdk the API level that the app was tested with
 */
record AppIdentity(
    String applicationId, int versionCode, String versionName, int minSdk, int targetSdk) {}
