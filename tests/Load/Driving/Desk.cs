using Tocsin.Tests.Load.Http;
using Tocsin.Tests.Load.Stories;

namespace Tocsin.Tests.Load.Driving;

/// <summary>
/// One person at work: does one thing after the other, each so long after the answer to the one before. What they wanted to press at a
/// moment counts from that moment, also when this program was late.
/// </summary>
/// <param name="driver">What all share.</param>
/// <param name="free">From when they are free.</param>
/// <param name="random">The run of chance.</param>
public sealed class Desk(Driver driver, TimeSpan free, Random random)
{
    /// <summary>The run of chance.</summary>
    public Random Random => random;

    /// <summary>What all share.</summary>
    public Driver Driver => driver;

    /// <summary>When the answer to the last thing came.</summary>
    public TimeSpan Free => free;

    /// <summary>Somebody else who goes on from here by themselves.</summary>
    public Desk Fork() => Fork(free);

    /// <summary>Somebody else who begins at <paramref name="from"/>.</summary>
    public Desk Fork(TimeSpan from) => new(driver, from, new Random(random.Next()));

    /// <summary>How long something takes, between so many seconds and so many.</summary>
    public TimeSpan Between(double least, double most) => driver.Delays.Between(least, most, random);

    /// <summary>
    /// Sends <paramref name="request"/> at <paramref name="moment"/>, or as soon as the answer before has come: nobody acts on what they do
    /// not know yet.
    /// </summary>
    /// <exception cref="StoryEndedException">It was refused or never settled.</exception>
    public Task<Answer> DoAtAsync(string name, TimeSpan moment, Request request) =>
        DoAsync(name, moment > free ? moment - free : TimeSpan.Zero, request);

    /// <summary>Sends <paramref name="request"/> so long <paramref name="after"/> the last answer.</summary>
    /// <param name="name">What it is called in tables.</param>
    /// <param name="after">How long they take before it.</param>
    /// <param name="request">What.</param>
    /// <param name="expected">The one code that is no error; the answer is then not done.</param>
    /// <exception cref="StoryEndedException">It was refused or never settled.</exception>
    public async Task<Answer> DoAsync(string name, TimeSpan after, Request request, string? expected = null)
    {
        var intended = await driver.WaitAsync(free + after);
        driver.Counts.CameDue();
        var answer = await driver.SendAsync(name, request, intended, expected);
        free = driver.Agenda.Now;
        return answer.Ok || (expected is not null && answer.Code == expected)
            ? answer
            : throw new StoryEndedException($"{name}: {answer.Status} {answer.Code}");
    }
}
