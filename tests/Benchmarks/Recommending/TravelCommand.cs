using System.CommandLine;
using System.Globalization;
using Tocsin.Recommending;
using Tocsin.Recommending.Travel;
using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Benchmarks.Recommending;

/// <summary>
/// <c>travel</c>: the estimator's error on real days that it was not corrected with, and how often the unit really sent is among our first.
/// </summary>
internal static class TravelCommand
{
    private const string Zone = "America/Los_Angeles";

    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "Days of 'Fire Department Calls for Service', two or more." };
        var command = new Command("travel", "Leaves out one day after another, learns of the others, and judges by the day left out.")
        {
            file,
        };
        command.SetAction(parsed => Run(parsed.GetValue(file)!));
        return command;
    }

    private static int Run(FileInfo file)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zone);
        var rows = IncidentFile.Read(file.FullName, zone).Rows;
        var days = rows
            .Where(r => r.Times.Received is not null)
            .Select(r => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(r.Times.Received!.Value, zone).DateTime))
            .Distinct()
            .Order()
            .ToList();
        var (before, after) = (new List<(int Rank, int Free)>(), new List<(int Rank, int Free)>());
        foreach (var day in days)
        {
            var real = new RealDays(rows, day, zone);
            var model = TravelLearning.Learn(real.Journeys(judged: false), DateTimeOffset.UnixEpoch);
            var (learned, judged) = (LearnedEstimator.Of(model), real.Journeys(judged: true));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{day:yyyy-MM-dd}, learned of {model.Journeys} journeys of the other days: "
                    + $"setup {model.SetupSeconds} s, {model.SecondsPerKm} s/km, factors: "
                    + $"{model.Kinds.Count} kinds, {model.Areas.Count} areas, {model.Hours.Count} hours"));
            Print("great circle x 1.4 at 40 km/h", TravelFit.Error(judged, GreatCircleEstimator.Instance));
            Print(model.Corrected ? "corrected" : "corrected: not taken", TravelFit.Error(judged, learned));
            before.AddRange(real.Ranks(GreatCircleEstimator.Instance));
            after.AddRange(real.Ranks(learned));
        }

        Print("great circle", before);
        Print("corrected", after);
        Console.WriteLine(
            $"by chance: first {Share(after.Average(r => 1.0 / r.Free))}, of three {Share(after.Average(r => Math.Min(1, 3.0 / r.Free)))}, "
                + $"of five {Share(after.Average(r => Math.Min(1, 5.0 / r.Free)))}");
        return 0;
    }

    private static void Print(string what, TravelError e) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {what}: {e.Journeys} journeys, median error {e.MedianAbsolute:0} s, p90 {e.P90Absolute:0} s, bias {e.Bias:+0;-0;0} s"));

    private static void Print(string what, List<(int Rank, int Free)> ranks)
    {
        var known = ranks.Where(r => r.Rank > 0).ToList();
        Console.WriteLine($"the unit really sent first, {what}: {ranks.Count:N0} incidents, {ranks.Count - known.Count} of them "
            + $"by a unit that was not free by the file; among our first {Within(1)}, first three {Within(3)}, "
            + $"first five {Within(5)}; {known.Average(r => r.Free):N1} of its kind free in the mean");

        string Within(int most) => Share((double)known.Count(r => r.Rank <= most) / ranks.Count);
    }

    private static string Share(double share) => share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
