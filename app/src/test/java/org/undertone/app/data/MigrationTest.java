// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import android.app.Application;
import android.content.ContentValues;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.Config;
import org.robolectric.annotation.LooperMode;
import org.undertone.ser.Emotion;
import org.undertone.ser.EmotionScores;
import org.undertone.ser.timeline.DriverState;
import org.undertone.ser.timeline.Verdict;

/** Databases of older versions, made of the schemas that were committed, are brought up to date. */
@RunWith(RobolectricTestRunner.class)
@Config(application = Application.class)
@LooperMode(LooperMode.Mode.INSTRUMENTATION_TEST)
public final class MigrationTest {
  private static final String[] TABLES = {"sessions", "segments", "scores", "labels", "alerts"};

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void fromOneToTwoNothingIsLostAndTheHistoryIsFilled() throws Exception {
    File file = new File(folder.getRoot(), "undertone.db");
    Map<String, List<String>> before;
    try (SQLiteDatabase old = create(1, file)) {
      fill(old);
      before = dump(old, null);
    }
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      SessionDetail detail = store.load(7);
      assertThat(detail.summary().name()).isEqualTo("Grüße");
      assertThat(detail.summary().durationSeconds()).isEqualTo(9.5);
      assertThat(detail.summary().alerts()).isEqualTo(1);
      assertThat(detail.segments())
          .extracting(StoredSegment::emotion)
          .containsExactly(Emotion.SAD, Emotion.ANGRY, null);
      assertThat(detail.segments().get(1).segment().emotion()).isEqualTo(Emotion.HAPPY);
      assertThat(detail.segments().get(1).note()).isEqualTo("not happy at all");
      assertThat(detail.segments().get(0).segment().meanScores()).isEqualTo(scores());
      assertThat(detail.alerts().get(0).feedback()).isEqualTo(AlertFeedback.WRONG);
      assertThat(detail.events()).isEmpty();
      assertThat(store.repository().scores(7))
          .containsExactly(new StoredScores(0, 3, Verdict.State.EMOTION, Emotion.SAD, scores()));
      // What version 2 added:
      assertThat(detail.summary().mainEmotion()).isEqualTo(Emotion.ANGRY);
      assertThat(detail.summary().strip()).isEqualTo(LabelStrip.of(detail.segments()));
      assertThat(ids(store, "grusse", Set.of())).containsExactly(7L);
      assertThat(ids(store, "", EnumSet.of(Emotion.ANGRY))).containsExactly(7L);
      assertThat(ids(store, "", EnumSet.of(Emotion.HAPPY))).isEmpty();
      assertThat(ids(store, "", Set.of())).containsExactly(8L, 7L);
      store.repository().restore(List.of(9L));
      assertThat(ids(store, "gone", Set.of())).containsExactly(9L);
      store.repository().delete(List.of(9L));
    }
    try (SQLiteDatabase now =
        SQLiteDatabase.openDatabase(file.getPath(), null, SQLiteDatabase.OPEN_READONLY)) {
      assertThat(dump(now, before)).isEqualTo(before);
    }
  }

  private static List<Long> ids(SessionStore store, String text, Set<Emotion> emotions) {
    return store.repository().ids(new SessionFilter(text, emotions, null, null));
  }

  @Test
  public void aNewDatabaseIsAsTheCommittedSchemaSays() throws Exception {
    File made = new File(folder.getRoot(), "made.db");
    List<String> expected;
    try (SQLiteDatabase database = create(2, made)) {
      expected = schema(database);
    }
    try (SessionStore store = new SessionStore(folder.getRoot())) {
      assertThat(store.repository().ids(SessionFilter.ALL)).isEmpty();
    }
    File opened = new File(folder.getRoot(), "undertone.db");
    try (SQLiteDatabase database =
        SQLiteDatabase.openDatabase(opened.getPath(), null, SQLiteDatabase.OPEN_READONLY)) {
      assertThat(schema(database)).isEqualTo(expected);
    }
  }

  /** Makes an empty database of a version, out of its committed schema. */
  private static SQLiteDatabase create(int version, File file) throws IOException {
    File json =
        new File(
            System.getProperty("undertone.root"),
            "app/schemas/" + UndertoneDatabase.class.getName() + "/" + version + ".json");
    String text = new String(Files.readAllBytes(json.toPath()), StandardCharsets.UTF_8);
    JsonObject schema = JsonParser.parseString(text).getAsJsonObject().getAsJsonObject("database");
    SQLiteDatabase database = SQLiteDatabase.openOrCreateDatabase(file, null);
    for (JsonElement element : schema.getAsJsonArray("entities")) {
      JsonObject entity = element.getAsJsonObject();
      String table = entity.get("tableName").getAsString();
      database.execSQL(sql(entity, table));
      JsonArray indices = entity.getAsJsonArray("indices");
      if (indices != null) {
        indices.forEach(index -> database.execSQL(sql(index.getAsJsonObject(), table)));
      }
    }
    schema.getAsJsonArray("setupQueries").forEach(sql -> database.execSQL(sql.getAsString()));
    database.setVersion(version);
    return database;
  }

  private static String sql(JsonObject object, String table) {
    return object.get("createSql").getAsString().replace("${TABLE_NAME}", table);
  }

  private static List<String> schema(SQLiteDatabase database) {
    return rows(
        database,
        "SELECT name, REPLACE(sql, 'IF NOT EXISTS ', '') FROM sqlite_master"
            + " WHERE name NOT LIKE 'android_%' ORDER BY name");
  }

  private static void fill(SQLiteDatabase database) {
    insertSession(database, 7, "Grüße", 0);
    insertSession(database, 8, "", 0);
    insertSession(database, 9, "Gone", 1);
    insertSegment(database, 1, 0, "EMOTION", "sad");
    insertSegment(database, 2, 3, "EMOTION", "happy");
    insertSegment(database, 3, 9, "NO_SPEECH", null);
    insert(database, "labels", "segment_id", 2, "correction", "angry", "note", "not happy at all");
    insert(
        database,
        "scores",
        "id",
        5,
        "session_id",
        7,
        "start_seconds",
        0,
        "end_seconds",
        3,
        "state",
        "EMOTION",
        "emotion",
        "sad",
        "probabilities",
        Converters.scoresToBytes(scores()));
    insert(
        database,
        "alerts",
        "id",
        6,
        "session_id",
        7,
        "time_seconds",
        4.5,
        "state",
        DriverState.LOW.name(),
        "probability",
        0.75,
        "feedback",
        "WRONG");
  }

  private static EmotionScores scores() {
    return EmotionScores.of(0.1f, 0, 0, 0.9f, 0, 0, 0, 0);
  }

  private static void insertSession(SQLiteDatabase database, int id, String name, int deleted) {
    insert(
        database,
        "sessions",
        "id",
        id,
        "name",
        name,
        "note",
        "a note",
        "started_at",
        1000L * id,
        "duration_seconds",
        9.5,
        "mode",
        "DRIVER",
        "end_reason",
        "STOPPED",
        "model_name",
        "m",
        "model_hash",
        "ff",
        "sample_rate",
        16000,
        "profile_name",
        "Ada",
        "has_audio",
        0,
        "deleted",
        deleted);
  }

  /** Each segment lasts twice as long as the one before it began: 0 to 3, 3 to 9, 9 to 9.5 s. */
  private static void insertSegment(
      SQLiteDatabase database, int id, int start, String state, String emotion) {
    double end = start == 0 ? 3 : start == 3 ? 9 : 9.5;
    insert(
        database,
        "segments",
        "id",
        id,
        "session_id",
        7,
        "start_seconds",
        start,
        "end_seconds",
        end,
        "state",
        state,
        "emotion",
        emotion,
        "mean_scores",
        emotion == null ? null : Converters.scoresToBytes(scores()),
        "verdicts",
        3);
  }

  private static void insert(SQLiteDatabase database, String table, Object... columns) {
    ContentValues values = new ContentValues();
    for (int i = 0; i < columns.length; i += 2) {
      Object value = columns[i + 1];
      if (value instanceof byte[]) {
        values.put((String) columns[i], (byte[]) value);
      } else {
        values.put((String) columns[i], value == null ? null : value.toString());
      }
    }
    database.insertOrThrow(table, null, values);
  }

  /** Returns all rows of the tables of version 1; only the columns of another dump, if given. */
  private static Map<String, List<String>> dump(
      SQLiteDatabase database, Map<String, List<String>> like) {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String table : TABLES) {
      String columns = like == null ? columns(database, table) : like.get(table).get(0);
      List<String> rows = new ArrayList<>(List.of(columns));
      rows.addAll(rows(database, "SELECT " + columns + " FROM " + table + " ORDER BY 1"));
      tables.put(table, rows);
    }
    return tables;
  }

  private static String columns(SQLiteDatabase database, String table) {
    try (Cursor cursor = database.rawQuery("SELECT * FROM " + table, null)) {
      return String.join(", ", cursor.getColumnNames());
    }
  }

  private static List<String> rows(SQLiteDatabase database, String query) {
    List<String> rows = new ArrayList<>();
    try (Cursor cursor = database.rawQuery(query, null)) {
      while (cursor.moveToNext()) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cursor.getColumnCount(); i++) {
          boolean blob = cursor.getType(i) == Cursor.FIELD_TYPE_BLOB;
          row.append(blob ? Arrays.toString(cursor.getBlob(i)) : cursor.getString(i)).append('|');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }
}
