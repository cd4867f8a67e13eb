using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Journal;

namespace Tocsin.Stations;

/// <summary>
/// Hands the open incidents of a station over in steps, and retires it in the last one. Each step is an append of its own; whatever ends it
/// between two leaves it to be repeated, and the repeat goes on where it stood. An incident that was made while the last step was on its
/// way is handed over behind it: afterwards none can be made, because each that is made compares the station's version.
/// </summary>
internal sealed class StationRetirement(IJournalQueries queries)
{
    /// <summary>
    /// The most incidents that one append hands over. The contract allows 100; half of it lets one step take all its gates well within
    /// the time that commands wait for them.
    /// </summary>
    public const int IncidentsPerAppend = 50;

    /// <summary>The most steps of one command: 20,000 incidents. Beyond that the command is sent again.</summary>
    private const int StepsMax = 400;

    /// <summary>Runs the command.</summary>
    /// <param name="station">The station.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">Who gives it; the last step carries its id and its key.</param>
    /// <param name="run">Runs one step.</param>
    public async Task<CommandAnswer> RunAsync(
        StationId station, RetireStation command, CommandContext context, Func<Retirement, CommandContext, Task<CommandAnswer>> run)
    {
        CommandAnswer? done = null;
        for (var step = 0; step < StepsMax; step++)
        {
            var open = command.Retired == false ? [] : await OpenAsync(station);
            if (done is not null && open.Count == 0)
                return done;
            var last = done is null && open.Count <= IncidentsPerAppend;
            IReadOnlyList<IncidentId> some = [.. open.Take(IncidentsPerAppend)];
            var answer = await run(new Retirement(command, some, last), last ? context : StepOf(context, done is null));
            if (answer.Refusal is not null)
                return answer;
            if (last && command.Retired != true)
                return answer;
            if (last)
                done = answer;
        }

        return done ?? CommandAnswer.Refused(new Refusal(RefusalCode.Conflict, "Not all incidents are handed over yet. Send it again."));
    }

    // The version that was asked for counts until the station itself changes.
    private static CommandContext StepOf(CommandContext context, bool before) =>
        new(CommandId.New(), context.Actor, BodyDigest: null, before ? context.IfMatch : null);

    private async Task<IReadOnlyList<IncidentId>> OpenAsync(StationId station)
    {
        var open = new ListQuery(StreamKind.Incident, IncidentsPerAppend + 1) { Open = true, Station = station.Value };
        var rows = await queries.ListAsync(open);
        return [.. rows.Select(r => IncidentId.Of(r.Row.Stream.Id))];
    }
}
