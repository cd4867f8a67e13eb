using Tocsin.Tests.Load.Http;

namespace Tocsin.Tests.LoadTests.Fakes;

public static class TestClient
{
    public static TocsinClient Of(FakeGateway gateway, Patience? patience = null) =>
        new(
            gateway.Address,
            new TokenBook("test", "token"),
            patience ?? new Patience(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5)),
            TimeProvider.System);
}
