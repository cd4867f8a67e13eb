using System.Text.Json;
using Tocsin.Tests.Load.Contract;

namespace Tocsin.Tests.Load.Ledgers;

/// <summary>
/// Writes down what a server acknowledged, a line of JSON each, flushed at once. It is the server that dies, not
/// this program, so the file need not be synced.
/// </summary>
public sealed class Ledger(TextWriter file) : IDisposable
{
    private readonly Lock gate = new();

    /// <summary>How many entries were written.</summary>
    public int Count { get; private set; }

    /// <summary>A ledger in a new file at <paramref name="path"/>.</summary>
    public static Ledger Create(string path) => new(new StreamWriter(path, append: false));

    /// <summary>Reads a ledger; a line that was cut off at the end is left out.</summary>
    public static IReadOnlyList<LedgerEntry> Read(string path)
    {
        var entries = new List<LedgerEntry>();
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                entries.Add(JsonSerializer.Deserialize<LedgerEntry>(line, Wire.Json)!);
            }
            catch (JsonException) when (!line.EndsWith('}'))
            {
            }
        }

        return entries;
    }

    /// <summary>Writes <paramref name="entry"/>.</summary>
    public void Record(LedgerEntry entry)
    {
        var line = JsonSerializer.Serialize(entry, Wire.Json);
        lock (gate)
        {
            file.WriteLine(line);
            file.Flush();
            Count++;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
