using System.Globalization;
using Microsoft.Extensions.Options;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Settings;
using Tocsin.StreamKinds;

namespace Tocsin.Directives;

/// <summary>
/// The numbers of directives: <c>ZYYMMDD-NNNN</c>, the day in <c>Tocsin:TimeZone</c>. A command takes as many as it issues directives, in a
/// row. Each directive claims its number, so that it is unique also after a restore; gaps occur.
/// </summary>
internal static class DirectiveNumbers
{
    private const char Sign = 'Z';

    /// <summary>The first of some numbers in a row that nobody else has.</summary>
    /// <param name="facts">The services of the silo.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <exception cref="JournalUnavailableException">No number can be had now.</exception>
    public static async ValueTask<string> TakeAsync(IFacts facts, int count)
    {
        var zone = facts.Service<IOptions<DispatchOptions>>().Value.TimeZone;
        var now = TimeZoneInfo.ConvertTime(facts.Service<TimeProvider>().GetUtcNow(), zone);
        var day = Sign + now.ToString("yyMMdd", CultureInfo.InvariantCulture);
        try
        {
            return Text(day, await facts.Service<IGrainFactory>().GetGrain<INumberBlockGrain>(day).Take(count));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Its storage is away, or its silo: to the caller that is the same as a journal that is away, and as passing.
            throw new JournalUnavailableException("No number of a directive can be had now.", exception);
        }
    }

    /// <summary>The number that stands so many places behind the first.</summary>
    public static string After(string first, int places)
    {
        var dash = first.LastIndexOf('-');
        return Text(first[..dash], int.Parse(first.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture) + places);
    }

    private static string Text(string day, int number) => string.Create(CultureInfo.InvariantCulture, $"{day}-{number:0000}");
}
