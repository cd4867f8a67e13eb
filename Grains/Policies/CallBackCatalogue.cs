using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Reading;

namespace Tocsin.Policies;

/// <summary>Which callers are to be called back, as the journal has it: read before each use.</summary>
internal sealed class CallBackCatalogue(IJournal journal, FreshViews views)
{
    /// <summary>What holds now; what can be read of no row and of no event counts as never set.</summary>
    public async ValueTask<CallBackSettingsView> FindAsync()
    {
        var rows = await views.SoundAsync(await journal.ReadBoardAsync([SettingIds.CallBacksStream]));
        return rows.SingleOrDefault() is { } row ? TocsinJson.Read<CallBackSettingsView>(row.Entry.View) : Unset;
    }

    /// <summary>What holds before anything is set.</summary>
    public static CallBackSettingsView Unset { get; } = ViewOf(CallBackSettings.Default, 0);

    /// <summary>Settings as they are shown.</summary>
    public static CallBackSettingsView ViewOf(CallBackSettings settings, int version) =>
        new(settings.Classes, settings.Share, settings.WithinHours, version);
}
