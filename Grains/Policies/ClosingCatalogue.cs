using Microsoft.Extensions.Options;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Json;
using Tocsin.Reading;
using Tocsin.Settings;

namespace Tocsin.Policies;

/// <summary>
/// How incidents may end, as the journal has it. The row is read before each use, so that what was acknowledged counts at once, on every
/// silo; one of the same hash is not parsed again.
/// </summary>
internal sealed class ClosingCatalogue(IJournal journal, FreshViews views, IOptions<DispatchOptions> options)
{
    // What was read last, with the hash of its newest event: replaced whole.
    private Known? _last;

    /// <summary>What holds now; null: nothing was ever set.</summary>
    public async ValueTask<ClosingRules?> FindAsync()
    {
        var rows = await journal.ReadBoardAsync([SettingIds.ClosingStream]);

        // Nobody can say what may be closed where the row is damaged and its events are, too.
        var sound = await views.SoundAsync(rows);
        if (sound.Count < rows.Count)
            throw DamagedException.OfRow(SettingIds.ClosingStream);
        if (sound.SingleOrDefault() is not { } row)
            return null;
        if (_last is { } last && last.Hash.AsSpan().SequenceEqual(row.Hash))
            return last.Rules;
        var view = TocsinJson.Read<ClosingView>(row.Entry.View);
        var rules = new ClosingRules(new ClosingSettings(view.Outcomes, view.Results), options.Value.CategoryClasses);
        if (!row.IsMended)
            _last = new Known(rules, row.Hash);
        return rules;
    }

    private sealed record Known(ClosingRules Rules, byte[] Hash);
}
