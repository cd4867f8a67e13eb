using System.Globalization;
using CsCheck;

namespace Tocsin.Tests.Rules;

/// <summary>
/// Properties over random samples that are the same in every run, so that no run fails which the one before passed. <c>CsCheck_Iter</c>
/// above the number of fixed samples adds as many new ones (the nightly run does); <c>CsCheck_Seed</c> checks one again. A failure prints
/// the seed and the smallest sample found. <c>TOCSIN_SAMPLES</c> makes do with the first so many, and does not look for smaller ones: for
/// mutation tests, which run all of it for each mutant.
/// </summary>
internal static class Chance
{
    /// <summary>Fixed samples of a property that says no other number.</summary>
    private const int DefaultSamples = 100;

    /// <summary>Tries to find a smaller sample that fails, too.</summary>
    private const int ShrinkTries = 1_000;

    private const ulong Seed = 20_260_301;

    private static readonly int? Fewer =
        int.TryParse(Environment.GetEnvironmentVariable("TOCSIN_SAMPLES"), CultureInfo.InvariantCulture, out var given) ? given : null;

    /// <summary>Whether properties make do with fewer samples than they ask for.</summary>
    public static bool MakesDo => Fewer is not null;

    public static void Holds<T>(this Gen<T> gen, Action<T> property, int samples = DefaultSamples, Func<T, string>? print = null)
    {
        if (Check.Seed is not null)
        {
            gen.Sample(property, iter: 1, print: print);
            return;
        }

        Parallel.For(0, Fewer ?? samples, (index, loop) =>
        {
            var seed = new PCG((uint)index, Seed);
            var text = seed.ToString();
            if (Fails(property, gen.Generate(seed, null, out _)))
            {
                loop.Stop();
                gen.Sample(property, seed: text, iter: Fewer is null ? ShrinkTries : 1, print: print);
                throw new InvalidOperationException(
                    $"The sample of seed {text} failed once and then passed: the property depends on more than its sample.");
            }
        });
        if (Check.Iter > samples)
            gen.Sample(property, iter: Check.Iter, print: print);
    }

    private static bool Fails<T>(Action<T> property, T sample)
    {
        try
        {
            property(sample);
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return true;
        }
    }
}
