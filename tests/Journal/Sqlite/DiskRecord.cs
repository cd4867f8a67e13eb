using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tocsin.Tests.Journal.Sqlite;

/// <summary>
/// What a process did to the files of a folder, and what it said meanwhile, out of a record of strace: each write with its bytes, each
/// sync. It is played back up to any point, and leaves the files as a power cut there might: what was synced is there, of the rest any
/// part.
/// </summary>
internal sealed partial class DiskRecord
{
    private const string Unfinished = "<unfinished ...>";
    private const string SharedMemory = "-shm";
    private const int SectorLength = 512;
    private readonly List<Step> _steps = [];

    private DiskRecord()
    {
    }

    private enum Act
    {
        Write,
        Truncate,
        Sync,
        Say,
    }

    /// <summary>How many steps there are.</summary>
    public int Count => _steps.Count;

    /// <summary>How strace is started for it.</summary>
    public static string[] Command(string strace, string record) =>
    [
        strace, "-f", "-y", "-xx", "-s", "1000000", "-e", "signal=none",
        "-e", "trace=pwrite64,write,ftruncate,fsync,fdatasync", "-o", record,
    ];

    /// <summary>Reads a record.</summary>
    /// <param name="record">The file.</param>
    /// <param name="folder">The folder whose files count.</param>
    public static DiskRecord Read(string record, string folder)
    {
        var all = new DiskRecord();
        var begun = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(record))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var (thread, text) = (line[..space], line[space..].TrimStart());
            if (text.EndsWith(Unfinished, StringComparison.Ordinal))
            {
                // A write counts from its beginning, and a sync once it is over.
                text = text[..^Unfinished.Length].TrimEnd();
                if (!text.Contains("sync(", StringComparison.Ordinal))
                    all.Add(text + ") = 0", folder);
                else
                    begun[thread] = text;
                continue;
            }

            if (text.StartsWith("<...", StringComparison.Ordinal))
            {
                if (!begun.Remove(thread, out var start))
                    continue;
                text = start + ") = 0";
            }

            all.Add(text, folder);
        }

        return all;
    }

    /// <summary>Which appends had been acknowledged before a step, a line each.</summary>
    public IReadOnlyList<string> SaidBefore(int step) =>
        string.Concat(_steps.Take(step).Where(s => s.Act == Act.Say).Select(s => Encoding.UTF8.GetString(s.Bytes))).Split('\n')[..^1];

    /// <summary>Makes the files as a power cut before a step leaves them.</summary>
    /// <param name="step">The step.</param>
    /// <param name="before">The files before the first step.</param>
    /// <param name="folder">Where they are made.</param>
    /// <param name="survives">Whether a sector that was written and not synced is there all the same.</param>
    /// <param name="syncs">Whether the disk does what it says at a sync.</param>
    public void Play(int step, IReadOnlyDictionary<string, byte[]> before, string folder, Func<bool> survives, bool syncs = true)
    {
        var disks = before.ToDictionary(f => f.Key, f => new MemoryFile(f.Value));
        var waiting = new List<Step>();
        foreach (var next in _steps.Take(step))
        {
            if (next.Act is Act.Write or Act.Truncate)
                waiting.Add(next);
            if (next.Act != Act.Sync || !syncs)
                continue;
            foreach (var written in waiting.Where(w => w.File == next.File))
                disks[written.File].Apply(written, () => true);
            waiting.RemoveAll(w => w.File == next.File);
        }

        foreach (var written in waiting)
            disks[written.File].Apply(written, survives);
        foreach (var (name, disk) in disks)
            File.WriteAllBytes(Path.Combine(folder, name), disk.ToArray());
    }

    private void Add(string text, string folder)
    {
        if (CallPattern().Match(text) is not { Success: true } call)
            return;
        var (name, path, rest) = (call.Groups["name"].Value, Text(call.Groups["path"].Value), call.Groups["rest"].Value);

        // .NET writes its output by a copy of the descriptor: which write it is, its words say.
        if (name == "write" && Data(rest).Bytes is var said && said.AsSpan().StartsWith("ack "u8))
            _steps.Add(new Step(Act.Say, "", 0, said));
        if (Path.GetDirectoryName(path) != folder || !Path.GetFileName(path).StartsWith("journal.db", StringComparison.Ordinal))
            return;
        var file = Path.GetFileName(path);
        if (file.EndsWith(SharedMemory, StringComparison.Ordinal))
            return;
        switch (name)
        {
            case "pwrite64":
                var (bytes, numbers) = Data(rest);
                _steps.Add(new Step(Act.Write, file, Number(numbers[1]), bytes));
                break;
            case "ftruncate":
                _steps.Add(new Step(Act.Truncate, file, Number(rest.Trim(',', ' ')), []));
                break;
            case "fsync" or "fdatasync":
                _steps.Add(new Step(Act.Sync, file, 0, []));
                break;
        }
    }

    private static (byte[] Bytes, string[] Numbers) Data(string rest)
    {
        var (start, end) = (rest.IndexOf('"', StringComparison.Ordinal) + 1, rest.LastIndexOf('"'));
        return (
            Bytes(rest[start..end]),
            rest[(end + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static byte[] Bytes(string escaped) => Convert.FromHexString(escaped.Replace("\\x", "", StringComparison.Ordinal));

    private static string Text(string escaped) => Encoding.UTF8.GetString(Bytes(escaped));

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """^(?<name>\w+)\(\d+<(?<path>(\\x[0-9a-f]{2})+)>(\(deleted\))?(?<rest>.*)\)\s+= \d+""", RegexOptions.Singleline)]
    private static partial Regex CallPattern();

    private readonly record struct Step(Act Act, string File, long Offset, byte[] Bytes);

    private sealed class MemoryFile(byte[] bytes)
    {
        private byte[] _bytes = (byte[])bytes.Clone();

        public void Apply(Step step, Func<bool> survives)
        {
            if (step.Act == Act.Truncate)
            {
                if (survives())
                    Array.Resize(ref _bytes, (int)step.Offset);
                return;
            }

            for (var at = 0; at < step.Bytes.Length; at += SectorLength)
            {
                if (!survives())
                    continue;
                var sector = step.Bytes.AsSpan(at, Math.Min(SectorLength, step.Bytes.Length - at));
                var end = (int)step.Offset + at + sector.Length;
                if (_bytes.Length < end)
                    Array.Resize(ref _bytes, end);
                sector.CopyTo(_bytes.AsSpan((int)step.Offset + at));
            }
        }

        public byte[] ToArray() => _bytes;
    }
}
