using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Journal.Damage;
using Tocsin.Json;
using Tocsin.Reading;

namespace Tocsin.Policies;

/// <summary>
/// The timing policies as the journal has them. Before each use it looks at the rows of the choice and of the policy chosen last, so that
/// what was acknowledged counts at once, on every silo; what it has read of the same version already is not read again.
/// </summary>
internal sealed class PolicyCatalogue(IJournal journal, FreshViews views)
{
    // The policy read last, with the hash of the event that it comes from (none for a preset): replaced whole.
    private Known? _last;

    /// <summary>The policy for what comes; null: none is chosen.</summary>
    public async ValueTask<TimingPolicy?> ChosenAsync()
    {
        var last = _last;
        StreamId[] streams = last is null
            ? [SettingIds.TimingPolicyStream]
            : [SettingIds.TimingPolicyStream, PolicyId.Of(last.Policy.Name).Stream];
        var rows = await ReadAsync(streams);
        if (rows.FirstOrDefault(r => r.Stream == SettingIds.TimingPolicyStream) is not { } choice
            || TocsinJson.Read<ChoiceView>(choice.Entry.View).Name is not { } name)
        {
            return null;
        }

        var row = last?.Policy.Name == name.Value
            ? rows.FirstOrDefault(r => r.Stream == name.Stream)
            : (await ReadAsync([name.Stream])).SingleOrDefault();
        if (last is { } known && known.Policy.Name == name.Value && known.Hash.AsSpan().SequenceEqual(row?.Hash ?? []))
            return known.Policy;
        if (Of(row, name) is not { } policy)
            return null;
        if (row is not { IsMended: true })
            _last = new Known(policy, row?.Hash ?? []);
        return policy;
    }

    /// <summary>A policy by its name, presets included; null: there is none.</summary>
    public async ValueTask<TimingPolicy?> FindAsync(PolicyId name) => Of((await ReadAsync([name.Stream])).SingleOrDefault(), name);

    // Nothing is timed rightly without its policy: where a row is damaged its events say it, and where these are damaged, too, whoever
    // asks is told so.
    private async ValueTask<IReadOnlyList<BoardRow>> ReadAsync(IReadOnlyList<StreamId> streams)
    {
        var rows = await journal.ReadBoardAsync(streams);
        var sound = await views.SoundAsync(rows);
        return sound.Count == rows.Count ? sound : throw DamagedException.OfRow(rows.First(r => r.IsDamaged).Stream);
    }

    private static TimingPolicy? Of(BoardRow? row, PolicyId name)
    {
        if (row is null)
            return Presets.Find(name);
        var view = TocsinJson.Read<PolicyView>(row.Entry.View);
        return new TimingPolicy(name.Value, view.Version, view.Limits, view.Escalation);
    }

    private sealed record Known(TimingPolicy Policy, byte[] Hash);
}
