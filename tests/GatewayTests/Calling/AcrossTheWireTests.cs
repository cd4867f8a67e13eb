using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Tocsin.Journal;

namespace Tocsin.Tests.GatewayTests.Calling;

public sealed class AcrossTheWireTests
{
    [Fact]
    public void A_journal_that_is_away_is_understood_by_a_gateway_whatever_caused_it()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        Exception sent = new JournalUnavailableException("The database did not answer.", new UnknownElsewhereException("connection refused"));
        var received = Assert.IsType<JournalUnavailableException>(serializer.Deserialize<Exception>(serializer.SerializeToArray(sent)));
        Assert.Contains("The database did not answer.", received.Message, StringComparison.Ordinal);
        Assert.Contains("connection refused", received.Message, StringComparison.Ordinal);
    }

    private sealed class UnknownElsewhereException(string message) : Exception(message);
}
