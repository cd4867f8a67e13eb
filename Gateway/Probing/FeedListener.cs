using System.Text.Json;

namespace Tocsin.Probing;

/// <summary>An open feed, on which the probe waits for events of its own exercise.</summary>
internal sealed class FeedListener(HttpResponseMessage answer, Stream stream) : IDisposable
{
    private const string Data = "data:";

    private readonly StreamReader _lines = new(stream);

    /// <summary>Waits for an event of an incident.</summary>
    /// <returns>Whether it came; false when the feed ended, or the timeout passed.</returns>
    public async Task<bool> WaitForAsync(string incident, CancellationToken timeout)
    {
        try
        {
            while (await _lines.ReadLineAsync(timeout) is { Length: <= ProbeLimits.FrameLengthMax } line)
            {
                if (line.StartsWith(Data, StringComparison.Ordinal) && StreamOf(line.AsMemory(Data.Length)) == "incident/" + incident)
                    return true;
            }
        }
        catch (Exception e) when (e is IOException or JsonException or OperationCanceledException)
        {
            // No event came.
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lines.Dispose();
        answer.Dispose();
    }

    // Frames that are not events (a reset, a cut) have no stream.
    private static string? StreamOf(ReadOnlyMemory<char> data)
    {
        using var json = JsonDocument.Parse(data);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("stream", out var stream)
            ? stream.GetString()
            : null;
    }
}
