using Orleans.Storage;

namespace Tocsin.Tests.GrainTests.GrainStorage;

public sealed class NotepadGrain(
    [PersistentState("notepad")] IPersistentState<NotepadState> state,
    IGrainStorage storage,
    IGrainContextAccessor context) : Grain, INotepadGrain
{
    public Task<(string? Text, bool Exists, string? Etag)> ReadAsync() =>
        Task.FromResult((state.State.Text, state.RecordExists, (string?)state.Etag));

    public async Task<string?> WriteAsync(string text)
    {
        state.State.Text = text;
        await state.WriteStateAsync();
        return state.Etag;
    }

    /// <summary>What a second activation of the grain would do that read the state when it had this etag.</summary>
    public async Task<bool> WriteWithAsync(string? etag, string text)
    {
        var other = new GrainState<NotepadState>(new NotepadState { Text = text }, etag);
        try
        {
            await storage.WriteStateAsync("notepad", context.GrainContext.GrainId, other);
            return true;
        }
        catch (InconsistentStateException)
        {
            return false;
        }
    }

    public Task ClearAsync() => state.ClearStateAsync();

    public Task LeaveAsync()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
