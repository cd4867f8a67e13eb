using Microsoft.Extensions.Logging.Abstractions;
using Tocsin.Journal.Sealing;
using Tocsin.Journal.Writing;
using Tocsin.Secrets;

namespace Tocsin.Tests.Journal.Conformance;

/// <summary>Sealers for tests, whose keys all have one byte.</summary>
internal static class Sealing
{
    /// <summary>The keys that sealers have where a test names no other.</summary>
    public static IKeyRing Keys { get; } = new OneKey(1);

    /// <summary>A silo's sealer.</summary>
    /// <param name="host">What it seals.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="signed">Whether every member of its cluster knows signed seals.</param>
    /// <param name="parts">What it seals beside the journal.</param>
    public static Sealer Of(JournalHost host, TimeProvider clock, bool signed = true, params ISealedPart[] parts) =>
        Of(host, clock, Keys, signed, parts);

    /// <summary>The same with other keys.</summary>
    public static Sealer Of(JournalHost host, TimeProvider clock, IKeyRing keys, bool signed = true, params ISealedPart[] parts) => new(
        host.Journal, host.Seals, new SealSigner(keys), new Forms(signed), parts, clock, new JournalMetrics(), NullLogger<Sealer>.Instance);

    public sealed class OneKey(byte value) : IKeyRing
    {
        public byte[] KeyFor(string purpose) => [.. Enumerable.Repeat(value, 32)];
    }

    private sealed class Forms(bool signed) : ISealForms
    {
        public ValueTask<bool> AllKnowSignedAsync() => new(signed);
    }
}
