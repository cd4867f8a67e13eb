using Tocsin.Tests.Load.Replay;
using Tocsin.Tests.Load.Replay.Reading;
using Tocsin.Tests.LoadTests.Fakes;

namespace Tocsin.Tests.LoadTests.Replay;

/// <summary>Reading: any days of the source, with whatever dirt they have.</summary>
public sealed class FileTests
{
    [Fact]
    public void The_shipped_day_has_1166_rows_and_nothing_in_it_that_cannot_be_read()
    {
        var day = ShippedDay.Read();

        Assert.Equal(1166, day.Rows.Count);
        Assert.Empty(day.NotCarried);
        Assert.Empty(day.Notes);
    }

    [Fact]
    public void Local_times_become_instants_of_the_files_zone() =>
        Assert.Equal(
            new DateTimeOffset(2017, 1, 1, 18, 0, 0, TimeSpan.Zero),
            One(SmallFile.Row("1", "E01", "01/01/2017 10:00:00 AM", "01/01/2017 10:00:00 AM")).Times.Received);

    [Fact]
    public void The_interfaces_headings_iso_times_points_and_order_are_read_as_well()
    {
        var row = ShippedDay.Read(
            "unit_id,received_dttm,dispatch_dttm,case_location,call_number,final_priority",
            "E01,2017-01-01T10:00:00.000,2017-01-01T10:01:00.000,POINT (-122.42 37.79),170010001,2").Rows.Single();

        Assert.Equal(("170010001", "E01", "2"), (row.Incident, row.Unit, row.Priority));
        Assert.Equal((37.79, -122.42), (row.Place!.Lat, row.Place.Lon));
        Assert.Equal(60, (row.Times.Dispatch - row.Times.Received)!.Value.TotalSeconds);
    }

    [Fact]
    public void A_column_that_is_not_there_is_missed_aloud() =>
        Assert.Contains(
            "The file has no column availabledttm.",
            ShippedDay.Read("Incident Number,Unit ID,Received DtTm,Dispatch DtTm", "1,E01,,").Notes);

    [Fact]
    public void A_file_without_units_or_receipts_is_none_of_these()
    {
        var e = Assert.Throws<UnusableFileException>(() => ShippedDay.Read("Incident Number,Unit ID,Dispatch DtTm", "1,E01,"));

        Assert.Contains("receiveddttm", e.Message, StringComparison.Ordinal);
        Assert.Throws<UnusableFileException>(() => ShippedDay.Read(SmallFile.Headings));
        Assert.Throws<UnusableFileException>(() => ShippedDay.Read(string.Empty));
    }

    [Fact]
    public void A_row_that_stands_twice_is_listed_and_counted_once()
    {
        var row = SmallFile.Row("1", "E01", "01/01/2017 10:00:00 AM", "01/01/2017 10:01:00 AM");

        var file = SmallFile.Read(row, row);

        Assert.Single(file.Rows);
        var listed = Assert.Single(file.NotCarried);
        Assert.Equal((3, FileCodes.DuplicateRow, "the same as line 2"), (listed.Line, listed.Code, listed.Detail));
    }

    [Fact]
    public void A_text_that_is_no_time_is_listed_with_its_field_and_the_rest_of_the_row_is_used()
    {
        var file = SmallFile.Read(SmallFile.Row("1", "E01", "01/01/2017 10:00:00 AM", "01/01/2017 10:01:00 AM", "yesterday"));

        Assert.Null(file.Rows.Single().Times.Response);
        Assert.Equal(
            ("response", "yesterday", FileCodes.BadTime),
            (file.NotCarried.Single().Field, file.NotCarried.Single().Value, file.NotCarried.Single().Code));
    }

    [Theory]
    [InlineData("(0, 0)")]
    [InlineData("(91, 10)")]
    [InlineData("somewhere")]
    public void A_place_that_is_none_on_earth_is_listed_and_the_address_is_kept(string location)
    {
        var file = ShippedDay.Read(
            "Incident Number,Unit ID,Received DtTm,Dispatch DtTm,Address,Location", $"1,E01,,,CLAY ST,\"{location}\"");

        Assert.Equal(("CLAY ST", null), (file.Rows.Single().Place!.Address, file.Rows.Single().Place!.Lat));
        Assert.Equal(FileCodes.BadPlace, file.NotCarried.Single().Code);
    }

    [Fact]
    public void A_row_without_coordinates_or_with_too_few_cells_is_read_as_far_as_it_goes()
    {
        var file = ShippedDay.Read("Incident Number,Unit ID,Received DtTm,Dispatch DtTm,Address,Location", "1,E01,01/01/2017 10:00:00 AM");

        Assert.Null(file.Rows.Single().Place);
        Assert.NotNull(file.Rows.Single().Times.Received);
        Assert.Contains(file.Notes, n => n.StartsWith("Line 2 has 3 cells", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_whose_name_is_no_id_is_registered_under_one_that_is_and_listed()
    {
        var file = SmallFile.Read(SmallFile.Row("1", "E 01/a", "01/01/2017 10:00:00 AM", "01/01/2017 10:01:00 AM"));

        Assert.Equal("E-01-a", file.Rows.Single().Unit);
        Assert.Equal(FileCodes.Altered, file.NotCarried.Single().Code);
    }

    [Fact]
    public void In_the_hour_that_is_lived_twice_the_stages_follow_one_another()
    {
        // 5 November 2017: 2:00 daylight time was 1:00 standard time.
        var times = One(SmallFile.Row(
            "1",
            "E01",
            "11/05/2017 01:58:00 AM",
            "11/05/2017 01:59:00 AM",
            "11/05/2017 01:00:30 AM",
            "11/05/2017 01:04:00 AM",
            "11/05/2017 02:10:00 AM")).Times;

        Assert.Equal([60, 90, 210, 66 * 60], Steps(times));
    }

    [Fact]
    public void In_the_hour_that_is_lived_twice_what_is_followed_by_a_plain_time_soon_after_is_the_second()
    {
        var times = One(SmallFile.Row(
            "1",
            "E01",
            "11/05/2017 01:58:00 AM",
            "11/05/2017 01:59:00 AM",
            "11/05/2017 02:00:30 AM",
            "11/05/2017 02:04:00 AM",
            "11/05/2017 02:10:00 AM")).Times;

        Assert.Equal([60, 90, 210, 360], Steps(times));
    }

    [Fact]
    public void A_time_in_the_hour_that_is_left_out_is_read_as_if_the_clock_had_not_been_put_forward()
    {
        var file = SmallFile.Read(SmallFile.Row("1", "E01", "03/12/2017 01:59:00 AM", "03/12/2017 02:00:30 AM"));

        Assert.Equal(90, (file.Rows.Single().Times.Dispatch - file.Rows.Single().Times.Received)!.Value.TotalSeconds);
        Assert.Contains(file.Notes, n => n.Contains("left out", StringComparison.Ordinal));
    }

    private static FileRow One(string row) => SmallFile.Read(row).Rows.Single();

    private static double[] Steps(RowTimes t) =>
    [
        (t.Dispatch - t.Received)!.Value.TotalSeconds, (t.Response - t.Dispatch)!.Value.TotalSeconds,
        (t.OnScene - t.Response)!.Value.TotalSeconds, (t.Available - t.OnScene)!.Value.TotalSeconds,
    ];
}
